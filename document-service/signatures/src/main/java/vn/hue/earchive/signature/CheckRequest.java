package vn.hue.earchive.signature;

/**
 * One file to look into.
 *
 * @param path of the spooled bytes; read only
 * @param name as given by the sender; tells formats apart, opens nothing
 * @param at time of the check, milliseconds of the epoch
 */
public record CheckRequest(String path, String name, long at) {}
