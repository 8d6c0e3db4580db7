package dev.shopmirror.system.mirror;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of the mirror.
 *
 * @param types SQL type by column
 * @param values by column
 */
record StoredRow(Map<String, String> types, Map<String, Object> values) {

    static StoredRow read(ResultSet row) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            types.put(columns.getColumnName(column), columns.getColumnTypeName(column));
            values.put(columns.getColumnName(column), ColumnValue.read(row, column));
        }
        return new StoredRow(types, values);
    }

    List<Object> key(List<String> columns) {
        return columns.stream().map(values::get).toList();
    }
}
