/** Pure rules of {@code dossierlist}, without container and components. */
@NullMarked
package vn.hue.earchive.document.dossierlist;

import org.jspecify.annotations.NullMarked;
