/** Every call to a shop goes this way: through its gate, tried again where that helps, counted. */
package dev.shopmirror.admin.shopify.call;
