/**
 * Reading of submission packages (SIP) of other systems: a ZIP with one or more packages of
 * Circular 05/2025 or E-ARK. Trusts nothing: what is broken, hostile or contradicts itself is
 * refused with a code, in bounded time and memory. Knows neither database nor HTTP.
 */
@NullMarked
package vn.hue.earchive.archive.sip;

import org.jspecify.annotations.NullMarked;
