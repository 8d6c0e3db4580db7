package dev.shopmirror.admin.problem;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failure of a request, the framework's own included, as a problem. */
class ProblemMapper {

    private static final Logger log = Logger.getLogger(ProblemMapper.class);
    static final String PROBLEM_JSON = "application/problem+json";

    // The framework has mappers for most of these; only the exact type wins over them.
    @ServerExceptionMapper({
        ProblemException.class,
        AuthenticationFailedException.class,
        UnauthorizedException.class,
        ForbiddenException.class,
        ConstraintViolationException.class,
        JsonProcessingException.class,
        MismatchedInputException.class,
        WebApplicationException.class,
        Throwable.class
    })
    RestResponse<ProblemBody> toResponse(Throwable failure, UriInfo uri) {
        ProblemException problem = ProblemTranslation.translate(failure);
        if (problem.status() >= 500 && !(failure instanceof ProblemException)) {
            log.errorf(failure, "Request failed path=%s", uri.getPath());
        }
        RestResponse.ResponseBuilder<ProblemBody> response = RestResponse.ResponseBuilder.<ProblemBody>create(
                        problem.status())
                .entity(ProblemBody.of(problem, uri.getPath()))
                .type(PROBLEM_JSON);
        challenge(failure, response);
        problem.retryAfter()
                .ifPresent(wait -> response.header(
                        HttpHeaders.RETRY_AFTER, wait.plusMillis(999).toSeconds()));
        return response.build();
    }

    private static void challenge(Throwable failure, RestResponse.ResponseBuilder<ProblemBody> response) {
        if (failure instanceof AuthenticationFailedException) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        } else if (failure instanceof UnauthorizedException) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
    }
}
