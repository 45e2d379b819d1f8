/** What the commands share: reading their options, and keeping what they measured. */
@NullMarked
package vn.hue.earchive.bench.cli;

import org.jspecify.annotations.NullMarked;
