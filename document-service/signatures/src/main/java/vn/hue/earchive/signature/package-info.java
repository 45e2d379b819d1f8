/**
 * What the electronic signatures of a file are worth (PAdES, XAdES, CAdES, ASiC), told by EU DSS in
 * a process apart. {@link vn.hue.earchive.signature.Checker} is the service's side; everything else
 * is plain Java around the validation library. Which files are asked about, and what is kept of the
 * answer, is the business of each service.
 */
@NullMarked
package vn.hue.earchive.signature;

import org.jspecify.annotations.NullMarked;
