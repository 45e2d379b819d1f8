/** Tests of the bucket on a real S3 store. */
@NullMarked
package vn.hue.earchive.kit.objects;

import org.jspecify.annotations.NullMarked;
