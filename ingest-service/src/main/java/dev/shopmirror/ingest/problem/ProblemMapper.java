package dev.shopmirror.ingest.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.vertx.core.http.HttpServerRequest;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every error of an endpoint, the framework's own included, into its problem. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    /** Long enough for a broker to elect a leader. */
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    Response refused(ProblemException refusal) {
        Problem problem = refusal.problem();
        return answer(problem, problem.status(), refusal.getMessage());
    }

    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException refusal, HttpServerRequest request) {
        discardBody(request);
        int status = refusal.getResponse().getStatus();
        Problem problem = Problem.ofStatus(status);
        if (problem == Problem.INTERNAL) {
            LOG.error("Request failed", refusal);
        }
        return answer(problem, status, Unrouted.detail(status));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        LOG.error("Request failed", failure);
        return answer(Problem.INTERNAL, 500, Unrouted.detail(500));
    }

    /** No endpoint has read it, and the connection can serve nothing else before it is through. */
    private static void discardBody(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.handler(chunk -> {}).resume();
        }
    }

    private static Response answer(Problem problem, int status, String detail) {
        Response.ResponseBuilder response =
                Response.status(status).type(Problem.MEDIA_TYPE).entity(problem.json(status, detail));
        if (problem == Problem.METHOD_NOT_ALLOWED) {
            response.header(HttpHeaders.ALLOW, "POST");
        }
        if (problem == Problem.NOT_QUEUED) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.build();
    }
}
