import { describe, expect, test } from "vitest";
import { readProgram } from "./fixtures/run-parts";

/** Without comments, and with the insides of texts gone; what a text evaluates stays: `$(Get-Now)`. */
function bareCode(): string {
  return readProgram("ps1")
    .replace(/^\s*#.*$/gm, "")
    .replace(/@"\r?\n[\s\S]*?\r?\n"@/g, '""')
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/"(?:[^"`$]|`.|\$(?!\()|\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*"/g, (text) =>
      [...text.matchAll(/\$\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g)].map(([whole]) => whole).join(" "),
    );
}

/** Of PowerShell itself, in 5.1 and 7. */
const CMDLETS = [
  ...["Add-Type", "ConvertFrom-Json", "ConvertFrom-SecureString", "ConvertTo-Json", "ConvertTo-SecureString"],
  ...["Get-ChildItem", "Get-Item", "Join-Path", "Move-Item", "New-Item", "New-Object", "Remove-Item", "Select-Object"],
  ...["Set-StrictMode", "Start-Process", "Start-Sleep", "Test-Path"],
];

// No PowerShell runs where these tests do: what can be said without one.
describe("the program for PowerShell", () => {
  test("calls nothing that is neither PowerShell's nor defined in it, and defines nothing twice or in vain", () => {
    const code = bareCode();
    const defined = [...code.matchAll(/^function ([A-Z][a-z]+-[A-Za-z0-9]+)/gm)].map(([, name = ""]) => name);
    const named = [...code.matchAll(/(?<![\w$.-])[A-Z][a-z]+-[A-Z][A-Za-z0-9]+/g)].map(([name]) => name);
    expect(new Set(defined).size).toBe(defined.length);
    expect(named.filter((name) => !defined.includes(name) && !CMDLETS.includes(name))).toEqual([]);
    expect(defined.filter((name) => named.filter((one) => one === name).length < 2)).toEqual([]);
  });

  test("closes each bracket that it opens, in order", () => {
    const open: string[] = [];
    const pairs: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
    for (const [sign] of bareCode().matchAll(/[()[\]{}]/g)) {
      const opened = pairs[sign];
      if (opened === undefined) open.push(sign);
      else expect(open.pop()).toBe(opened);
    }
    expect(open).toEqual([]);
  });

  test("uses nothing that 5.1 lacks: no ternary, no ??, no && between commands", () => {
    expect(bareCode()).not.toMatch(/\?\?|&&|\|\||\s\?\s/);
  });

  test("never switches a check off, and gives no token to another program", () => {
    const code = readProgram("ps1");
    expect(code).not.toMatch(/SkipCertificateCheck|ServerCertificateValidationCallback|Invoke-Expression|\biex\b/);
    expect(code.match(/Start-Process .*$/gm)).toEqual([
      "Start-Process $Url }",
      "Start-Process ($env:BROWSER.Split(':')[0]) -ArgumentList $Url }",
      "Start-Process 'open' -ArgumentList $Url }",
      "Start-Process 'xdg-open' -ArgumentList $Url }",
    ]);
  });
});
