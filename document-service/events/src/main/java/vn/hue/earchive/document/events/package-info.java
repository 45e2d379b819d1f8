/**
 * Facts that document-service tells the other services, and the submission manifest that it hands
 * over. Plain records: no framework, no persistence. Wire names are explicit and versioned; a
 * published record only ever gains fields.
 */
@NullMarked
package vn.hue.earchive.document.events;

import org.jspecify.annotations.NullMarked;
