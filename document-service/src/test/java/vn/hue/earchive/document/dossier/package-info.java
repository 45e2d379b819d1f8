/** Pure rules of {@code dossier}, without container and components. */
@NullMarked
package vn.hue.earchive.document.dossier;

import org.jspecify.annotations.NullMarked;
