package vn.hue.earchive.kit.inbox;

/** Names handlers by their class, without what the container appends to it. */
final class HandlerNames {

    private HandlerNames() {}

    static String of(Class<?> type) {
        String name = type.getSimpleName();
        int suffix = name.indexOf('_');
        return suffix < 0 ? name : name.substring(0, suffix);
    }
}
