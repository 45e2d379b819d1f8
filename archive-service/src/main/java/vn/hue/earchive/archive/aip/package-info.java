/**
 * Makes the package (AIP) of Circular 05/2025 from a submitted dossier: METS, EAD, PREMIS, data,
 * schemas, written as one ZIP in a single pass. Knows nothing of stores, databases or HTTP.
 */
@NullMarked
package vn.hue.earchive.archive.aip;

import org.jspecify.annotations.NullMarked;
