/**
 * Looks for bit rot all the time: reads every byte of every copy within a budget, repairs from a
 * good copy, and tells what it found.
 */
@NullMarked
package vn.hue.earchive.archive.fixity;

import org.jspecify.annotations.NullMarked;
