package vn.hue.earchive.document.exchange;

import org.jspecify.annotations.Nullable;

/** Why nothing more is done about a failure; at most 500 characters. */
record DismissalRequest(@Nullable String note) {}
