package vn.hue.earchive.document.edxml;

import org.jspecify.annotations.Nullable;

/** Why a message is returned or refused, for its sender to read; at most 500 characters. */
record DecisionRequest(@Nullable String reason) {}
