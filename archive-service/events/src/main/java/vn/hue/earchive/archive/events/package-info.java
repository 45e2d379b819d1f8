/**
 * Facts that archive-service tells the other services. Plain records: no framework, no persistence;
 * wire names explicit, versioned.
 */
@NullMarked
package vn.hue.earchive.archive.events;

import org.jspecify.annotations.NullMarked;
