package dev.shopmirror.admin.shopify.rest;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;

/** The {@code Link} header of a list: where the next page is. */
final class NextPage {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?");
    private static final Pattern PAGE_INFO = Pattern.compile("(?:^|&)page_info=([A-Za-z0-9_=%.~-]+)");

    private static final Pattern VERSION = Pattern.compile("/admin/api/[^/]+/webhooks\\.json$");

    private NextPage() {}

    /**
     * The {@code page_info} of the next page, still percent-encoded as it came, or empty on the last page. Only this
     * value is taken over: the next call's address is built anew.
     *
     * @param link null when there is no such header
     * @param list address of the list that was asked for; the link may name another API version, the one that was served
     * @throws ShopifyException when the link leads to another shop or another place
     */
    static Optional<String> of(String link, URI list) {
        Matcher next = NEXT.matcher(link == null ? "" : link);
        if (!next.find()) {
            return Optional.empty();
        }
        URI target = parse(next.group(1));
        Matcher pageInfo = PAGE_INFO.matcher(target.getRawQuery() == null ? "" : target.getRawQuery());
        if (!isSamePlace(target, list) || !pageInfo.find()) {
            throw astray();
        }
        return Optional.of(pageInfo.group(1));
    }

    private static boolean isSamePlace(URI target, URI list) {
        return list.getScheme().equals(target.getScheme())
                && list.getRawAuthority().equals(target.getRawAuthority())
                && withoutVersion(list).equals(withoutVersion(target));
    }

    private static String withoutVersion(URI address) {
        return VERSION.matcher(String.valueOf(address.getRawPath())).replaceFirst("/admin/api/webhooks.json");
    }

    private static URI parse(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw astray();
        }
    }

    private static ShopifyException astray() {
        return new ShopifyException(
                Reason.UNEXPECTED_ANSWER, "The link to the next page leads away from the shop's list", null);
    }
}
