package dev.shopmirror.simulator.admin.graphql;

import java.util.List;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import org.jspecify.annotations.Nullable;

/** Lets a query run that is valid and that the shop's points suffice for. */
final class CostLimit extends SimplePerformantInstrumentation {

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        QueryCost cost = context.getGraphQLContext().get(QueryCost.class);
        List<GraphQLError> refusal = cost.take(requested(context));
        if (!refusal.isEmpty()) {
            throw new AbortExecutionException(refusal);
        }
        return super.beginExecuteOperation(parameters, state);
    }

    private static int requested(ExecutionContext context) {
        return QueryComplexityCalculator.newCalculator()
                .fieldComplexityCalculator(CostRules::ofField)
                .schema(context.getGraphQLSchema())
                .document(context.getDocument())
                .operationName(context.getExecutionInput().getOperationName())
                .variables(context.getCoercedVariables())
                .build()
                .calculate();
    }
}
