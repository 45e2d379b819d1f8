/** Agencies and their codes with dates. The id is the identity; codes and names are attributes. */
@NullMarked
package vn.hue.earchive.document.organisation;

import org.jspecify.annotations.NullMarked;
