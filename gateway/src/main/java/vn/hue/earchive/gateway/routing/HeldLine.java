package vn.hue.earchive.gateway.routing;

import io.vertx.core.http.HttpClientRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A request to a service that can be broken off only while the line is its own. A line that has
 * carried the request and the answer to their ends goes to another request at once; the client
 * would nevertheless close it when the old request is reset, which the proxy does when it cannot
 * hand the end of an answer to a caller who has just left with it (ADR 0074).
 */
final class HeldLine implements InvocationHandler {

    private final HttpClientRequest request;
    private boolean asked;
    private boolean answered;

    private HeldLine(HttpClientRequest request) {
        this.request = request;
    }

    static HeldLine of(HttpClientRequest request) {
        return new HeldLine(request);
    }

    /** The request as the proxy may use it. */
    HttpClientRequest guarded() {
        return (HttpClientRequest)
                Proxy.newProxyInstance(
                        HttpClientRequest.class.getClassLoader(),
                        new Class<?>[] {HttpClientRequest.class},
                        this);
    }

    /** The answer has been read to its end. */
    void answered() {
        answered = true;
    }

    /** Breaks the request off, unless the line may be another's by now. */
    boolean reset() {
        return !(asked && answered) && request.reset();
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        switch (method.getName()) {
            case "end" -> asked = true;
            case "reset" -> {
                if (asked && answered) {
                    return false;
                }
            }
            default -> {}
        }
        try {
            return method.invoke(request, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
