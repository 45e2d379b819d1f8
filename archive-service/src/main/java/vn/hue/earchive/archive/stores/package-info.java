/**
 * The archive stores as operators see them: what they can do, whether what lies in them is what the
 * archive answers for, and what happens when one is exchanged for an empty one.
 */
@NullMarked
package vn.hue.earchive.archive.stores;

import org.jspecify.annotations.NullMarked;
