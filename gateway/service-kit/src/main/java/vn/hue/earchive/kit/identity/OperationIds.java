package vn.hue.earchive.kit.identity;

import java.lang.reflect.Method;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Reads the stable name of an operation from the method that serves it. */
final class OperationIds {

    private OperationIds() {}

    static @Nullable String of(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation == null || operation.operationId().isBlank()
                ? null
                : operation.operationId();
    }
}
