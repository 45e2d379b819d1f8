package vn.hue.earchive.document.numbering;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a number is given up; the register shows it. */
record VoidNumberRequest(@NotBlank @Size(max = 500) String reason) {}
