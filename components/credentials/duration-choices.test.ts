import { expect, test } from "vitest";
import { listDurationChoices } from "./duration-choices";

test("the choices end at the limit", () => {
  expect(listDurationChoices(5000, 3600)).toEqual([900, 1800, 3600, 5000]);
});

test("what holds now is among them, though it is no step", () => {
  expect(listDurationChoices(3600, 1234)).toEqual([900, 1234, 1800, 3600]);
});

test("nothing is offered twice", () => {
  expect(listDurationChoices(3600, 3600)).toEqual([900, 1800, 3600]);
});
