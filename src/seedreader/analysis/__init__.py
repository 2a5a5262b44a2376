"""Plain functions over text: a file or a folder for each part, in the order in which data flows.

sentences → boilerplate → quantities, dates, speakers → claims → matching → relations → origins
"""
