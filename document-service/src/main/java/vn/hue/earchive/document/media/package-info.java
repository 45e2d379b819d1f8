/**
 * Photos, negatives, sound and video as items of a dossier, with the fields of Circular 05/2025
 * (EAD_pic, EAD_media) and their files.
 */
@NullMarked
package vn.hue.earchive.document.media;

import org.jspecify.annotations.NullMarked;
