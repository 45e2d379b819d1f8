package vn.hue.earchive.kit.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one way in which a failure becomes a response of JAX-RS. */
abstract class ProblemMapper<T extends Throwable> implements ExceptionMapper<T> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final int SERVER_ERROR = 500;

    @Context @Nullable HttpHeaders headers;
    @Context @Nullable UriInfo uri;

    /** The meaning of a failure of this kind. */
    abstract Problem meaning(T failure);

    @Override
    public Response toResponse(T failure) {
        Problem problem = meaning(failure);
        log(problem, failure);
        HttpHeaders asked = headers;
        UriInfo at = uri;
        Locale language =
                Languages.of(
                        asked == null ? null : asked.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        String path = at == null ? "" : at.getRequestUri().getRawPath();
        Response.ResponseBuilder response =
                Response.status(problem.type().status())
                        .type(ProblemBody.MEDIA_TYPE)
                        .language(language)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .entity(ProblemBody.of(problem, language, path));
        ProblemHeaders.of(problem.type()).forEach(response::header);
        return response.build();
    }

    static void log(Problem problem, Throwable failure) {
        if (problem.type().status() >= SERVER_ERROR) {
            LOG.errorf(failure, "Request failed code=%s", problem.type().code());
        } else {
            LOG.debugf(failure, "Request refused code=%s", problem.type().code());
        }
    }
}
