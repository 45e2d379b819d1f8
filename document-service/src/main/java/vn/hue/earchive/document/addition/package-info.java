/**
 * Files that come to a registered document after its registration: copies on another way, updates,
 * and other forms of a file that is there. What was there stays as it is.
 */
@NullMarked
package vn.hue.earchive.document.addition;

import org.jspecify.annotations.NullMarked;
