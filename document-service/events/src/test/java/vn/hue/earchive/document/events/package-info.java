/** Tests of the event contract. */
@NullMarked
package vn.hue.earchive.document.events;

import org.jspecify.annotations.NullMarked;
