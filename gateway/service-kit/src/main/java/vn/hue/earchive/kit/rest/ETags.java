package vn.hue.earchive.kit.rest;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Strong entity tags made of the aggregate's version: {@code "v3"}. */
public final class ETags {

    private static final Pattern STRONG = Pattern.compile("\"v(0|[1-9][0-9]{0,17})\"");

    private ETags() {}

    public static EntityTag of(long version) {
        return new EntityTag("v" + version);
    }

    /** The header's value, quotes included. */
    public static String header(long version) {
        return "\"v" + version + "\"";
    }

    /**
     * The version that an {@code If-Match} header names.
     *
     * @throws Problem IF_MATCH_REQUIRED (428) when it is missing, STALE_ETAG (412) when it is not
     *     one tag of ours: weak tags, lists and {@code *} never match
     */
    public static long require(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(CommonProblem.IF_MATCH_REQUIRED);
        }
        Matcher matcher = STRONG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new Problem(CommonProblem.STALE_ETAG);
        }
        return Long.parseLong(matcher.group(1));
    }

    /**
     * Demands that the caller saw this version.
     *
     * @throws Problem IF_MATCH_REQUIRED (428) or STALE_ETAG (412)
     */
    public static void check(@Nullable String ifMatch, long version) {
        if (require(ifMatch) != version) {
            throw new Problem(CommonProblem.STALE_ETAG);
        }
    }
}
