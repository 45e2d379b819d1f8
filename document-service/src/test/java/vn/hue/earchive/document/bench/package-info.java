/**
 * What the clerical side costs as registers and dossiers grow. Not part of the build: {@code
 * deploy/bench/clerical} runs it.
 */
@NullMarked
package vn.hue.earchive.document.bench;

import org.jspecify.annotations.NullMarked;
