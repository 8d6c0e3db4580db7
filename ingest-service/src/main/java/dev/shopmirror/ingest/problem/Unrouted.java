package dev.shopmirror.ingest.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/** Answers what fails before any endpoint sees it: paths that cannot be decoded, framework routes, their failures. */
@ApplicationScoped
class Unrouted {

    private static final Logger LOG = Logger.getLogger(Unrouted.class);
    private static final int[] STATUSES = {400, 404, 405, 406, 413, 414, 415, 500};

    void register(@Observes Router router) {
        for (int status : STATUSES) {
            router.errorHandler(status, request -> answer(request, status));
        }
    }

    static String detail(int status) {
        return switch (status) {
            case 404 -> "Webhooks are taken at /api/shopify/webhooks/{topic}";
            case 405 -> "Webhooks are POSTed";
            case 500 -> "The fault is on this side and is in its log";
            default -> HttpResponseStatus.valueOf(status).reasonPhrase();
        };
    }

    private static void answer(RoutingContext request, int status) {
        if (status >= 500 && request.failure() != null) {
            LOG.error("Request failed", request.failure());
        }
        if (request.response().headWritten()) {
            request.response().reset();
            return;
        }
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Problem.ofStatus(status).json(status, detail(status)));
    }
}
