/** Identifiers: UUIDv7. */
@NullMarked
package vn.hue.earchive.kit.ids;

import org.jspecify.annotations.NullMarked;
