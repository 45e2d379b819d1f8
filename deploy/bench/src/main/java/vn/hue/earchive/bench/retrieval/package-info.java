/** Reading single files back: the archive against its bare store and against Fedora. */
@NullMarked
package vn.hue.earchive.bench.retrieval;

import org.jspecify.annotations.NullMarked;
