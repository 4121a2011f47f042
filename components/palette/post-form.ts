/** Posts a form as if somebody had pressed its button. In a key's or click's own event, so that no blocker stops the new tab. */
export function postForm(action: string, fields: Readonly<Record<string, string>>, target: "_self" | "_blank"): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = action;
  form.target = target;
  // `noopener` only: with `noreferrer` browsers send `Origin: null`, which the portal refuses.
  form.rel = "noopener";
  form.hidden = true;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
