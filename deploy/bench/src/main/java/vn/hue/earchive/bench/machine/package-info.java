/**
 * What the kernel says: CPU seconds and memory of processes, steal, and a name for the machine.
 * Linux only.
 */
@NullMarked
package vn.hue.earchive.bench.machine;

import org.jspecify.annotations.NullMarked;
