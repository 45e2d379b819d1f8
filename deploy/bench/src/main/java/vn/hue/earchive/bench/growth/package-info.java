/** What a dossier costs in an archive that has many. */
@NullMarked
package vn.hue.earchive.bench.growth;

import org.jspecify.annotations.NullMarked;
