"use client";
import { lazy } from "react";

/** For pages of which the button is seldom part. */
export const LazyCopyButton = lazy(() => import("./copy-button").then((module) => ({ default: module.CopyButton })));
