/** How fast the archive reads its copies again, against reading and hashing the same objects. */
@NullMarked
package vn.hue.earchive.bench.audit;

import org.jspecify.annotations.NullMarked;
