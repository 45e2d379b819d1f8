/**
 * What this service refuses, by code; the texts with their next steps stand in the problems
 * bundles.
 */
@NullMarked
package vn.hue.earchive.document.problem;

import org.jspecify.annotations.NullMarked;
