/**
 * What other systems are told: the change feed that they read, and webhooks that call them. Ids and
 * versions only; whoever may know more asks for it.
 */
@NullMarked
package vn.hue.earchive.document.feed;

import org.jspecify.annotations.NullMarked;
