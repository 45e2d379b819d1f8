/**
 * The one place that decides who may do what: operation by role, action by role, access mode and
 * state.
 */
@NullMarked
package vn.hue.earchive.archive.access;

import org.jspecify.annotations.NullMarked;
