/**
 * The one door of the suite: it knows paths, tokens and limits, and nothing of what a dossier is.
 * Begin reading at {@code door.Door}.
 */
@NullMarked
package vn.hue.earchive.gateway;

import org.jspecify.annotations.NullMarked;
