/**
 * Background work of an instance: threads that take a step after the other until they are told to
 * stop.
 */
@NullMarked
package vn.hue.earchive.archive.work;

import org.jspecify.annotations.NullMarked;
