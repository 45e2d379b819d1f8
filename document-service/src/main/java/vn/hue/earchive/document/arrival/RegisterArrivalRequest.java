package vn.hue.earchive.document.arrival;

import org.jspecify.annotations.Nullable;

/** The registration of an arrival; the body may be left out. */
record RegisterArrivalRequest(@Nullable Overrides overrides) {}
