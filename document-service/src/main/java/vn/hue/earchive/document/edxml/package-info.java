/**
 * Messages of the national document exchange (edXML, QCVN 102:2016): hardened streaming reader,
 * message kept as received, registration proposed from it.
 */
@NullMarked
package vn.hue.earchive.document.edxml;

import org.jspecify.annotations.NullMarked;
