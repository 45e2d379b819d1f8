/**
 * The process that looks into files: plain Java around the validation library, without the service.
 * What a hostile file does to it ends with it.
 */
@NullMarked
package vn.hue.earchive.document.signature.worker;

import org.jspecify.annotations.NullMarked;
