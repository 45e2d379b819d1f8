/**
 * One bucket of an S3 store: streams in and out, hashed once on the way, failures mapped to
 * problems.
 */
@NullMarked
package vn.hue.earchive.kit.objects;

import org.jspecify.annotations.NullMarked;
