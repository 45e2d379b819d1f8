/** The CloudEvents envelope and the wire names of events. */
@NullMarked
package vn.hue.earchive.kit.events;

import org.jspecify.annotations.NullMarked;
