-- Product pages for wrk. Arguments: PRODUCTS SHARE. Of a thousand pages that everybody asks for, and SHARE of the requests for any page of all.
local hot, products, share, path = 1000, 0, 0, nil

function init(args)
  products, share, path = tonumber(args[1]), tonumber(args[2]), wrk.path
  math.randomseed(tonumber(args[3] or 1))
end

function request()
  local product = math.random() < share and math.random(0, products - 1) or math.random(0, hot - 1)
  return wrk.format("GET", (path:gsub("PRODUCT", "p-" .. product)))
end
