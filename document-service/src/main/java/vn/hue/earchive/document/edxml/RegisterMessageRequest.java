package vn.hue.earchive.document.edxml;

import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.Overrides;

/** The registration of a message; the body may be left out. */
record RegisterMessageRequest(@Nullable Overrides overrides) {}
