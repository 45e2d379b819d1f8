package vn.hue.earchive.document.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import vn.hue.earchive.document.file.BoundedStream;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Bounds what is read into memory. The server's own bound is that of a file; a JSON body is never
 * longer than a dossier list of a year.
 */
@Provider
class JsonBodyBound implements ContainerRequestFilter {

    private static final long MAX_BYTES = 10L << 20;

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type == null || !type.getSubtype().endsWith("json")) {
            return;
        }
        if (request.getLength() > MAX_BYTES) {
            throw new Problem(CommonProblem.CONTENT_TOO_LARGE, MAX_BYTES);
        }
        if (request.getLength() < 0 && request.hasEntity()) {
            request.setEntityStream(new BoundedStream(request.getEntityStream(), MAX_BYTES));
        }
    }
}
