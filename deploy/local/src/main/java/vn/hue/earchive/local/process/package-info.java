/**
 * Child processes that never outlive their launcher: started behind a gate, recorded with their
 * start time, watched by a sentinel that stops them when the launcher itself was killed.
 */
@NullMarked
package vn.hue.earchive.local.process;

import org.jspecify.annotations.NullMarked;
