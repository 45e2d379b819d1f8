package vn.hue.earchive.document.numbering;

import jakarta.validation.constraints.NotBlank;

/**
 * A number slot for a state-secret paper.
 *
 * @param direction {@code INCOMING} or {@code OUTGOING}
 * @param securityClass {@code CONFIDENTIAL} (Mật), {@code SECRET} (Tối mật) or {@code TOP_SECRET}
 *     (Tuyệt mật)
 */
record SecretStubRequest(@NotBlank String direction, @NotBlank String securityClass) {}
